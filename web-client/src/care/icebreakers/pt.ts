import type { Icebreakers } from "./icebreakers";

export const icebreakers: Icebreakers = {
  language: "pt",
  reviewed: false,
  lines: [
    "Conta-me algo verdadeiro.",
    "Sobre o que mudaste de opinião ultimamente?",
    "O que vês daí onde estás?",
    "Que cheiro te leva logo de volta a outro tempo?",
    "Qual foi a melhor coisa que comeste esta semana?",
    "Que coisa pequena torna os teus dias melhores?",
    "De que tinhas a certeza aos dezasseis anos?",
    "Que canção já ouviste vezes demais?",
    "Para onde irias se partisses amanhã de manhã?",
    "O que te fez rir pela última vez?",
    "Quem te ensinou alguma coisa sem o saber?",
    "Que pergunta gostavas que te fizessem?",
    "Que som significa casa para ti?",
    "O que andas a aprender?",
    "Que prato farias de olhos fechados?",
    "O que esperas com gosto, por pequeno que seja?",
    "O que farias agora com uma hora livre?",
  ],
};
