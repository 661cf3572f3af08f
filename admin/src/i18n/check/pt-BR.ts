/** The words of the page that checks the installation, part of the product's own. */
export const ptBRCheck = {
  'settings.check': 'Verificação',
  'check.intro': 'O que um instalador cuidadoso olharia, como está agora.',
  'check.again': 'Verificar de novo',
  'check.summary.good': 'Tudo certo.',
  'check.summary.warning': '{count, plural, one {# ponto a olhar.} other {# pontos a olhar.}}',
  'check.summary.bad':
    '{count, plural, one {# ponto a corrigir.} other {# pontos a olhar, e pelo menos um a corrigir.}}',
  'check.state.good': 'Certo',
  'check.state.warning': 'Olhar',
  'check.state.bad': 'Corrigir',
  'check.unknown': 'Esta página ainda não tem palavras para o que foi encontrado. Recarregue-a.',
  'check.origins': 'Endereços dos sites',
  'check.origins.listed': '{count, plural, one {# endereço pode} other {# endereços podem}} abrir o widget.',
  'check.origins.none':
    'Sem endereço, o widget não abre em lugar nenhum: {sites}. Escreva os endereços em Sites.',
  'check.origins.plain': 'Sem HTTPS o navegador recusa microfone e câmera: {origins}.',
  'check.cors': 'CORS',
  'check.cors.listed': 'Só as páginas listadas leem as respostas do Strapi. O widget não precisa de mais.',
  'check.cors.any': 'Qualquer página lê o que é público, e nada em nome de quem está conectado aqui.',
  'check.cors.any-with-credentials':
    'As páginas de qualquer site podem agir como quem está conectado a este painel. Em config/middlewares, no lugar de strapi::cors, escreva:\n{line}',
  'check.cors.unknown':
    'Uma função decide, e não pôde ser consultada. Confira que ela não aceita páginas desconhecidas com credenciais.',
  'check.https': 'HTTPS',
  'check.https.secure': 'Este painel veio por HTTPS.',
  'check.https.local': 'Este painel está nesta máquina. Na rede, use HTTPS.',
  'check.https.plain':
    'Sem HTTPS em {host}, senhas e conversas podem ser lidas no caminho, e não há chamadas. Ponha um proxy com certificado na frente.',
  'check.proxies': 'Proxies e endereço visto',
  'check.proxies.direct': 'Sem proxy. Seu endereço é visto como {address}.',
  'check.proxies.trusted': 'O proxy é conhecido. Seu endereço é visto como {address}.',
  'check.proxies.untrusted':
    'Há um proxy na frente e ele não é conhecido: todos os visitantes contam como {address}, em limites e bloqueios. Escreva os endereços dele em TRUSTED_PROXIES.',
  'check.proxies.unused':
    'TRUSTED_PROXIES está definido, e esta página veio sem passar por eles ({address}). Feche o caminho direto.',
  'check.durability': 'Durabilidade do banco',
  'check.durability.full': 'O que é confirmado está no disco.',
  'check.durability.weak':
    'O banco não guarda o que confirma (journal {journal}, synchronous {synchronous}). Reinicie o servidor; se continuar, o sistema de arquivos não serve.',
  'check.mail': 'E-mail',
  'check.mail.configured': 'Há um provedor de e-mail.',
  'check.mail.none':
    'Sem provedor de e-mail, a transcrição por e-mail não é oferecida. Configure o plugin Email do Strapi.',
  'check.uploads': 'Arquivos',
  'check.uploads.ready': 'O provedor {provider} guarda os anexos.',
  'check.uploads.read-only':
    'A pasta de uploads não pode ser escrita: nenhum anexo é aceito. Dê ao servidor o direito de escrever nela.',
  'check.media': 'Voz e vídeo',
  'check.media.jitsi': 'As chamadas passam pelo seu Jitsi. O autoteste está em Voz e vídeo.',
  'check.media.turn': 'Um servidor TURN leva as chamadas entre redes.',
  'check.media.stun':
    'Só STUN: atrás de redes fechadas as chamadas não conectam. Configure TURN ou Jitsi em Voz e vídeo.',
  'check.media.local':
    'As chamadas só conectam dentro de uma mesma rede. Configure Jitsi ou TURN em Voz e vídeo.',
  'check.time-zone': 'Fuso horário',
  'check.time-zone.always-open': 'Sem horário de atendimento. O servidor está em {serverTimeZone}.',
  'check.time-zone.set': 'O horário segue {timeZone}; o servidor está em {serverTimeZone}.',
  'check.time-zone.utc':
    'O horário segue UTC, o relógio de quase ninguém. Escolha o fuso em Horário de atendimento.',
  'check.demo': 'Logins da demonstração',
  'check.demo.none': 'Não há nenhum.',
  'check.demo.here':
    '{count} logins com uma senha que todos podem ler. Apague-os antes de pôr este servidor na rede.',
  'check.demo.in-production':
    '{count} logins com uma senha que todos podem ler, em produção. Apague-os ou desative-os agora, em Usuários.',
  'check.versions': 'Versões',
  'check.versions.supported': 'Strapi {strapi}, Node {node}.',
  'check.versions.too-old':
    'Strapi {strapi} ou Node {node} é antigo demais: são precisos Strapi 5.53 e Node 20.12.',
  'check.disk': 'Espaço em disco',
  'check.disk.room': '{free} GB livres.',
  'check.disk.little': 'Só {free} GB livres. Libere espaço, ou encurte a guarda em Privacidade.',
  'check.disk.full': '{free} GB livres: logo nenhuma mensagem é aceita. Libere espaço agora.',
  'check.disk.unknown': 'O sistema não diz quanto espaço há.',
};

export type CheckTexts = Readonly<Record<keyof typeof ptBRCheck, string>>;
