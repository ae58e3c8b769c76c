package chat.passerby.signaling.session;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Nobody is to be insulted by a name that they did not choose.
class AliasesTest {
    private static final Pattern ALIAS = Pattern.compile("([A-Z][a-z]+)([A-Z][a-z]+)([1-9][0-9]{1,2})");

    /// Words for bodies, skins, sexes, ages, minds, origins and faiths, or with a second meaning in the bedroom: no
    /// adjective.
    private static final Set<String> ABOUT_PEOPLE = words("""
            ample bald bare beautiful beefy big bony busty chubby chunky curvy cute fat flabby gorgeous hairy handsome huge
            lanky large lean little meaty muscular naked nude obese petite plump pretty sexy short skinny slender slim small
            stout tall thick thin tiny ugly
            beige black bronze brown coloured colored dark dusky ebony fair freckled ivory olive pale pallid
            pasty pink red rosy swarthy tan tanned tawny white yellow
            bent bi butch camp effeminate female feminine gay girly male manly masculine queer straight trans virgin virile
            ancient elderly geriatric old senile young
            absurd bonkers crazy daft deaf dense dim dull dumb feeble foolish idiotic insane lame lazy mad manic mental mute
            nutty psycho retarded sick silly simple slow spastic stupid thick weak
            aboriginal african alien american arab asian barbaric chinese civil dutch eastern english exotic foreign french
            german gypsy indian indigenous irish jewish latin mexican native nomad oriental polish primitive roman russian
            savage scotch southern tribal turkish uncivil welsh western wild
            biblical christian devout faithful godly heathen hindu holy infidel islamic kosher muslim pagan pious profane
            sacred saintly satanic sinful unholy
            arousing cheap climactic deep dirty dominant easy erect filthy firm hard hardcore horny hot intimate juicy kinky
            limp loose lusty moist naughty oral perverse raunchy rigid rough seductive sensual sexual slippery soft steamy
            sticky stiff submissive sultry swollen throbbing tight wet
            bloody damned drunk drugged evil fascist greasy high lousy nasty nazi poor rotten shady slimy smelly stinky
            stoned sweaty trashy vile worthless
            """);

    /// Animals that are swear words, insults or slurs somewhere: none of these.
    private static final Set<String> SWEAR_WORDS = words("""
            ape ass baboon beaver bitch boar booby buck bug bull bustard camel chick chicken chihuahua chimp chimpanzee clam
            cobra cock cockatoo cockerel cockroach coon cougar cow coyote crow cuckoo cur dodo dog donkey drone fairy flea
            fly frog gnat goat goose gorilla gull guppy heifer hen hippo hog hornet hound hyena insect jackal jackass jenny
            kitten lamb leech locust loon louse maggot mare minx mongrel monkey mosquito mule mutt newfoundland orangutan ox
            parasite peacock pecker pest pig pigeon piglet pony poodle prawn pug pup puppy pussy pussycat python raccoon ram
            rat reptile roach rodent rooster scorpion shag shark sheep shrew shrimp skunk sloth slug snail snake sow spaniel
            spider stag stallion steer swallow swine tick tit titmouse toad turkey vermin viper vixen vulture walrus wasp
            weasel whale wolf woodcock woodpecker worm
            """);

    /// No name may hold these, not even across the seam of its words, where a capital would break them.
    private static final List<String> NOWHERE = List.copyOf(words("""
            anus bastard bitch bollock boob bugger chink cock coon crap cunt dago dick dildo fag fanny fuck gook
            heil hitler homo jap jew jizz kaffir kike knob kkk kraut lesb muff nazi negro nigg paki penis piss poof
            porn prick pussy queer rape retard scrotum semen sex shit skank slag slut spastic sperm spic tard tits tranny
            turd twat vagina wank wetback whore wog
            """));

    /// Numbers that stand for a creed, an act, an age or a date of horror.
    private static final Set<Integer> NUMBERS = Set.of(13, 14, 18, 28, 69, 88, 187, 311, 444, 666, 911);

    private final Aliases aliases = new Aliases();

    private static Set<String> words(String text) {
        return Stream.of(text.strip().split("\\s+")).collect(toSet());
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    @Test
    void there_are_many_millions() {
        assertThat(aliases.combinations())
                .isGreaterThan(10_000_000)
                .isEqualTo(
                        (long) aliases.adjectives().size() * aliases.animals().size() * (990 - NUMBERS.size()));
    }

    @Test
    void every_word_is_one_short_word_and_there_once() {
        List<String> all = Stream.concat(aliases.adjectives().stream(), aliases.animals().stream())
                .toList();

        assertThat(all).allMatch(word -> word.matches("[A-Z][a-z]{1,11}"));
        assertThat(lower(all).stream().filter(word -> Collections.frequency(lower(all), word) > 1))
                .isEmpty();
    }

    @Test
    void no_adjective_speaks_of_bodies_skins_minds_origins_or_faiths() {
        assertThat(lower(aliases.adjectives()).stream().filter(ABOUT_PEOPLE::contains))
                .isEmpty();
    }

    @Test
    void no_animal_is_a_swear_word() {
        assertThat(lower(aliases.animals()).stream().filter(SWEAR_WORDS::contains))
                .isEmpty();
    }

    @Test
    void no_pair_hides_an_insult() {
        for (String adjective : lower(aliases.adjectives()))
            for (String animal : lower(aliases.animals()))
                for (String insult : NOWHERE)
                    if ((adjective + animal).contains(insult))
                        throw new AssertionError(adjective + animal + " hides " + insult);
    }

    @Test
    void what_is_drawn_is_adjective_animal_and_a_number_that_means_nothing() {
        SplittableRandom random = new SplittableRandom(3);
        Set<String> adjectives = new HashSet<>();
        Set<String> animals = new HashSet<>();
        Set<Integer> numbers = new HashSet<>();

        for (int i = 0; i < 50_000; i++) {
            Matcher alias = ALIAS.matcher(aliases.draw(random));
            assertThat(alias.matches()).isTrue();
            adjectives.add(alias.group(1));
            animals.add(alias.group(2));
            numbers.add(Integer.valueOf(alias.group(3)));
        }

        assertThat(adjectives).containsExactlyInAnyOrderElementsOf(aliases.adjectives());
        assertThat(animals).containsExactlyInAnyOrderElementsOf(aliases.animals());
        assertThat(numbers).hasSize(990 - NUMBERS.size()).doesNotContainAnyElementsOf(NUMBERS);
        assertThat(numbers).allMatch(number -> number >= 10 && number <= 999);
    }
}
