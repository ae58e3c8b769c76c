import type { Icebreakers } from "./icebreakers";

export const icebreakers: Icebreakers = {
  language: "es",
  reviewed: false,
  lines: [
    "Cuéntame algo verdadero.",
    "¿Sobre qué has cambiado de opinión últimamente?",
    "¿Qué ves desde donde estás sentado o sentada?",
    "¿Qué olor te lleva de vuelta a otro tiempo?",
    "¿Qué es lo mejor que has comido esta semana?",
    "¿Qué pequeña cosa mejora tus días?",
    "¿De qué tenías total certeza a los dieciséis años?",
    "¿Qué canción has escuchado demasiadas veces?",
    "¿Adónde irías si salieras mañana por la mañana?",
    "¿Qué fue lo último que te hizo reír?",
    "¿Quién te enseñó algo sin saberlo?",
    "¿Qué te gustaría que te preguntaran?",
    "¿Qué sonido significa hogar para ti?",
    "¿Qué estás aprendiendo ahora mismo?",
    "¿Qué plato podrías cocinar con los ojos cerrados?",
    "¿Qué esperas con ganas, por pequeño que sea?",
    "¿Cuándo hiciste algo por primera vez la última vez?",
    "¿Qué harías ahora con una hora libre?",
  ],
};
