import type { FormTexts } from './form-texts';

export const formTexts: FormTexts = {
  name: 'Nome',
  email: 'E-mail',
  message: 'Mensagem',
  optional: '(opcional)',
  choose: 'Escolha…',
  fault: { required: 'Preencha este campo.', 'too-long': 'O texto é longo demais.' },
  invalid: {
    text: 'Confira este campo.',
    email: 'Confira o e-mail: algo como nome@exemplo.com.',
    phone: 'Confira o telefone: só números, com DDD.',
    cpf: 'Confira o CPF: os números não combinam.',
    choice: 'Escolha uma das opções.',
    checkbox: 'Marque para continuar.',
    'long-text': 'Confira este campo.',
  },
  faults: (count) => (count > 1 ? `Confira ${count} campos.` : 'Confira um campo.'),
  agree: 'Para continuar, é preciso concordar.',
  start: 'Iniciar atendimento',
  starting: 'Iniciando…',
  send: 'Enviar',
  offlineTitle: 'Não estamos online agora',
  offlineText: 'Deixe um recado e responderemos por e\u2011mail.',
  outsideHoursText:
    'Estamos fora do horário de atendimento. Deixe um recado e responderemos por e\u2011mail.',
  leaveMessage: 'Deixar recado',
  talkNow: 'Já estamos online: falar agora',
  tooLong: 'Mensagem longa demais.',
  thanksTitle: 'Recado enviado. Obrigado!',
  thanksText: 'Responderemos no e\u2011mail que você informou.',
  back: 'Voltar',
};
