/** Contents of the demo's past week: people and their messages. None of them is real. */

export interface DemoVisitor {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

type Line = readonly [side: 'visitor' | 'agent', text: string];

export interface DemoConversation {
  readonly visitor: DemoVisitor;
  readonly channel: 'chat' | 'voice' | 'video';
  /** Agent of the demo; null for an interaction that nobody took. */
  readonly agent: 'ana' | 'bruno' | null;
  readonly department: 'vendas' | 'suporte';
  readonly page: string;
  readonly browser: string;
  readonly operatingSystem: string;
  readonly lines: readonly Line[];
  readonly tags: readonly string[];
  readonly note: string;
  readonly closingNote: string;
  /** Rating in stars of five; null for none. */
  readonly stars: number | null;
}

const person = (name: string, address: string, phone: string): DemoVisitor => ({
  name,
  email: `${address}@exemplo.com`,
  phone,
});

const CARLA = person('Carla Nogueira', 'carla.nogueira', '(11) 98765-4321');
const RENATO = person('Renato Alves', 'renato.alves', '(21) 97654-3210');
const JULIA = person('Júlia Prado', 'julia.prado', '(31) 96543-2109');
const MARCOS = person('Marcos Teixeira', 'marcos.teixeira', '(41) 95432-1098');
const BEATRIZ = person('Beatriz Souza', 'bia.souza', '(51) 94321-0987');
const PAULO = person('Paulo Henrique Dias', 'paulo.dias', '(61) 93210-9876');
const LIVIA = person('Lívia Campos', 'livia.campos', '(71) 92109-8765');

const PHONE = { browser: 'Chrome 140', operatingSystem: 'Android 15' };
const LAPTOP = { browser: 'Edge 140', operatingSystem: 'Windows 11' };
const TABLET = { browser: 'Safari 18', operatingSystem: 'iOS 18' };

export const CONVERSATIONS: readonly DemoConversation[] = [
  {
    ...LAPTOP,
    visitor: CARLA,
    channel: 'chat',
    agent: 'ana',
    department: 'vendas',
    page: '/cafeteira',
    lines: [
      ['visitor', 'Bom dia! A cafeteira italiana serve em fogão de indução?'],
      ['agent', 'Bom dia, Carla! A de 600 ml serve, a de 300 ml não.'],
      ['visitor', 'Ótimo, vou levar a de 600. Chega até sexta?'],
      ['agent', 'Para São Paulo chega na quinta. Posso reservar uma para você?'],
      ['visitor', 'Pode! Obrigada.'],
    ],
    tags: ['Venda'],
    note: 'Prefere receber no trabalho.',
    closingNote: 'Reservou a de 600 ml.',
    stars: 5,
  },
  {
    ...PHONE,
    visitor: RENATO,
    channel: 'chat',
    agent: 'bruno',
    department: 'suporte',
    page: '/contato',
    lines: [
      ['visitor', 'Meu pedido 2026-88123 não chegou.'],
      ['agent', 'Sinto muito, Renato. Vou olhar agora.'],
      ['agent', 'Ele saiu ontem do centro de Campinas e chega amanhã até as 18 h.'],
      ['visitor', 'Está bem, espero até amanhã.'],
    ],
    tags: ['Entrega'],
    note: '',
    closingNote: 'Prometido para amanhã.',
    stars: 4,
  },
  {
    ...TABLET,
    visitor: JULIA,
    channel: 'video',
    agent: 'ana',
    department: 'vendas',
    page: '/cafeteira',
    lines: [
      ['visitor', 'Dá para ver de perto como se regula o moedor?'],
      ['agent', 'Claro, já mostro na câmera.'],
      ['visitor', 'Perfeito, era isso.'],
    ],
    tags: ['Venda', 'Dúvida de produto'],
    note: 'Quer comparar com o modelo elétrico.',
    closingNote: '',
    stars: 5,
  },
  {
    ...LAPTOP,
    visitor: MARCOS,
    channel: 'chat',
    agent: 'bruno',
    department: 'suporte',
    page: '/caneca',
    lines: [
      ['visitor', 'A caneca veio lascada.'],
      ['agent', 'Que pena, Marcos. Pode mandar uma foto?'],
      ['visitor', 'Mandei por e-mail agora.'],
      ['agent', 'Recebida. Enviamos outra amanhã, sem custo; não precisa devolver.'],
      ['visitor', 'Muito obrigado pela rapidez.'],
    ],
    tags: ['Troca'],
    note: 'Segunda caneca do mesmo lote: avisar o estoque.',
    closingNote: 'Troca sem devolução.',
    stars: 5,
  },
  {
    ...PHONE,
    visitor: BEATRIZ,
    channel: 'voice',
    agent: 'ana',
    department: 'vendas',
    page: '/sacola',
    lines: [
      ['visitor', 'Prefiro falar: é sobre a assinatura de café.'],
      ['agent', 'Resumo do que combinamos: 500 g por mês, moagem média, pausa em janeiro.'],
    ],
    tags: ['Venda'],
    note: '',
    closingNote: 'Assinou o plano de 500 g.',
    stars: null,
  },
  {
    ...PHONE,
    visitor: PAULO,
    channel: 'chat',
    agent: null,
    department: 'vendas',
    page: '/',
    lines: [['visitor', 'Alguém aí?']],
    tags: [],
    note: '',
    closingNote: '',
    stars: null,
  },
  {
    ...LAPTOP,
    visitor: LIVIA,
    channel: 'chat',
    agent: 'bruno',
    department: 'suporte',
    page: '/sacola',
    lines: [
      ['visitor', 'O boleto venceu ontem. Ainda posso pagar?'],
      ['agent', 'Pode, Lívia: mandei uma segunda via com vencimento na sexta.'],
      ['visitor', 'Chegou aqui. Valeu!'],
    ],
    tags: ['Pagamento'],
    note: '',
    closingNote: 'Segunda via enviada.',
    stars: 3,
  },
];

export const DEPARTMENTS = [
  { key: 'vendas', name: 'Vendas' },
  { key: 'suporte', name: 'Suporte' },
] as const;

export const TAGS = [
  { name: 'Venda', colour: '#15803d' },
  { name: 'Entrega', colour: '#b45309' },
  { name: 'Troca', colour: '#be185d' },
  { name: 'Pagamento', colour: '#0e7490' },
  { name: 'Dúvida de produto', colour: '#7c3aed' },
  { name: 'Demonstração', colour: '#6b7280' },
] as const;
/** Tag of each of the demo's past interactions. */
export const DEMO_TAG = 'Demonstração';

export const CANNED_RESPONSES = [
  {
    shortcut: 'ola',
    title: 'Saudação',
    body: 'Olá, {{visitor.firstName|tudo bem}}! Aqui é {{agent.name}}. Como posso ajudar?',
  },
  {
    shortcut: 'prazo',
    title: 'Prazo de entrega',
    body: 'Para a sua região o prazo é de 3 a 5 dias úteis depois da confirmação do pagamento.',
  },
  {
    shortcut: 'troca',
    title: 'Como trocar',
    body: 'A troca é gratuita em até 30 dias. Me diga o número do pedido e mando a etiqueta de devolução.',
  },
  {
    shortcut: 'tchau',
    title: 'Despedida',
    body: 'Obrigado pelo contato! O protocolo desta conversa é {{interaction.protocol}}.',
  },
] as const;

export const CUSTOM_FIELDS = [
  {
    label: { 'pt-BR': 'Número do pedido', en: 'Order number', es: 'Número de pedido' },
    type: 'text',
    subject: 'interaction',
    options: [],
  },
  {
    label: { 'pt-BR': 'Cliente desde', en: 'Customer since', es: 'Cliente desde' },
    type: 'text',
    subject: 'visitor',
    options: [],
  },
] as const;

/** Flat faces, drawn for the demo: skin, hair, shirt and background. */
export const FACES = {
  ana: { skin: '#e8b48a', hair: '#3b2417', shirt: '#4945ff', back: '#e0dfff' },
  bruno: { skin: '#c98d62', hair: '#1f1a17', shirt: '#0e7490', back: '#d5eef3' },
} as const;
