import type { Icebreakers } from "./icebreakers";

export const icebreakers: Icebreakers = {
  language: "fr",
  reviewed: false,
  lines: [
    "Dis-moi quelque chose de vrai.",
    "Sur quoi as-tu changé d’avis récemment ?",
    "Que vois-tu de là où tu es ?",
    "Quelle odeur te ramène aussitôt en arrière ?",
    "Qu’as-tu mangé de meilleur cette semaine ?",
    "Quelle petite chose rend tes journées plus douces ?",
    "De quoi étais-tu certain ou certaine à seize ans ?",
    "Quelle chanson as-tu trop écoutée ?",
    "Où irais-tu si tu partais demain matin ?",
    "Qu’est-ce qui t’a fait rire en dernier ?",
    "Qui t’a appris quelque chose sans le savoir ?",
    "Quelle question aimerais-tu qu’on te pose ?",
    "Quel bruit veut dire « chez moi » pour toi ?",
    "Qu’apprends-tu en ce moment ?",
    "Quel plat saurais-tu faire les yeux fermés ?",
    "Qu’attends-tu avec plaisir, même si c’est peu de chose ?",
    "Que ferais-tu maintenant d’une heure libre ?",
  ],
};
