export const texts = {
  'settings.check.page': 'Verificação',
  'settings.check.intro': 'O que um instalador cuidadoso olharia, como está agora.',
  'settings.check.again': 'Verificar de novo',
  'settings.check.summary.good': 'Tudo certo.',
  'settings.check.summary.warning': '{count, plural, one {# ponto a olhar.} other {# pontos a olhar.}}',
  'settings.check.summary.bad':
    '{count, plural, one {# ponto a corrigir.} other {# pontos a olhar, e pelo menos um a corrigir.}}',
  'settings.check.state.good': 'Certo',
  'settings.check.state.warning': 'Olhar',
  'settings.check.state.bad': 'Corrigir',
  'settings.check.unknown': 'Esta página ainda não tem palavras para o que foi encontrado. Recarregue-a.',
  'settings.check.origins': 'Endereços dos sites',
  'settings.check.origins.listed':
    '{count, plural, one {# endereço pode} other {# endereços podem}} abrir o widget.',
  'settings.check.origins.none':
    'Sem endereço, o widget não abre em lugar nenhum: {sites}. Escreva os endereços em Sites.',
  'settings.check.origins.plain': 'Sem HTTPS o navegador recusa microfone e câmera: {origins}.',
  'settings.check.cors': 'CORS',
  'settings.check.cors.listed':
    'Só as páginas listadas leem as respostas do Strapi. O widget não precisa de mais.',
  'settings.check.cors.any':
    'Qualquer página lê o que é público, e nada em nome de quem está conectado aqui.',
  'settings.check.cors.any-with-credentials':
    'As páginas de qualquer site podem agir como quem está conectado a este painel. Em config/middlewares, no lugar de strapi::cors, escreva:\n{line}',
  'settings.check.cors.unknown':
    'Uma função decide, e não pôde ser consultada. Confira que ela não aceita páginas desconhecidas com credenciais.',
  'settings.check.https': 'HTTPS',
  'settings.check.https.secure': 'Este painel veio por HTTPS.',
  'settings.check.https.local': 'Este painel está nesta máquina. Na rede, use HTTPS.',
  'settings.check.https.plain':
    'Sem HTTPS em {host}, senhas e conversas podem ser lidas no caminho, e não há chamadas. Ponha um proxy com certificado na frente.',
  'settings.check.proxies': 'Proxies e endereço visto',
  'settings.check.proxies.direct': 'Sem proxy. Seu endereço é visto como {address}.',
  'settings.check.proxies.trusted': 'O proxy é conhecido. Seu endereço é visto como {address}.',
  'settings.check.proxies.untrusted':
    'Há um proxy na frente e ele não é conhecido: todos os visitantes contam como {address}, em limites e bloqueios. Escreva os endereços dele em TRUSTED_PROXIES.',
  'settings.check.proxies.unused':
    'TRUSTED_PROXIES está definido, e esta página veio sem passar por eles ({address}). Feche o caminho direto.',
  'settings.check.durability': 'Durabilidade do banco',
  'settings.check.durability.full': 'O que é confirmado está no disco.',
  'settings.check.durability.weak':
    'O banco não guarda o que confirma (journal {journal}, synchronous {synchronous}). Reinicie o servidor; se continuar, o sistema de arquivos não serve.',
  'settings.check.mail': 'E-mail',
  'settings.check.mail.configured': 'Há um provedor de e-mail.',
  'settings.check.mail.none':
    'Sem provedor de e-mail, a transcrição por e-mail não é oferecida. Configure o plugin Email do Strapi.',
  'settings.check.uploads': 'Arquivos',
  'settings.check.uploads.ready': 'O provedor {provider} guarda os anexos.',
  'settings.check.uploads.read-only':
    'A pasta de uploads não pode ser escrita: nenhum anexo é aceito. Dê ao servidor o direito de escrever nela.',
  'settings.check.media': 'Voz e vídeo',
  'settings.check.media.jitsi': 'As chamadas passam pelo seu Jitsi. O autoteste está em Voz e vídeo.',
  'settings.check.media.turn': 'Um servidor TURN leva as chamadas entre redes.',
  'settings.check.media.stun':
    'Só STUN: atrás de redes fechadas as chamadas não conectam. Configure TURN ou Jitsi em Voz e vídeo.',
  'settings.check.media.local':
    'As chamadas só conectam dentro de uma mesma rede. Configure Jitsi ou TURN em Voz e vídeo.',
  'settings.check.time-zone': 'Fuso horário',
  'settings.check.time-zone.always-open': 'Sem horário de atendimento. O servidor está em {serverTimeZone}.',
  'settings.check.time-zone.set': 'O horário segue {timeZone}; o servidor está em {serverTimeZone}.',
  'settings.check.time-zone.utc':
    'O horário segue UTC, o relógio de quase ninguém. Escolha o fuso em Horário de atendimento.',
  'settings.check.demo': 'Logins da demonstração',
  'settings.check.demo.none': 'Não há nenhum.',
  'settings.check.demo.here':
    '{count} logins com uma senha que todos podem ler. Apague-os antes de pôr este servidor na rede.',
  'settings.check.demo.in-production':
    '{count} logins com uma senha que todos podem ler, em produção. Apague-os ou desative-os agora, em Usuários.',
  'settings.check.versions': 'Versões',
  'settings.check.versions.supported': 'Strapi {strapi}, Node {node}.',
  'settings.check.versions.too-old':
    'Strapi {strapi} ou Node {node} é antigo demais: são precisos Strapi 5.53 e Node 20.12.',
  'settings.check.disk': 'Espaço em disco',
  'settings.check.disk.room': '{free} GB livres.',
  'settings.check.disk.little': 'Só {free} GB livres. Libere espaço, ou encurte a guarda em Privacidade.',
  'settings.check.disk.full': '{free} GB livres: logo nenhuma mensagem é aceita. Libere espaço agora.',
  'settings.check.disk.unknown': 'O sistema não diz quanto espaço há.',
};
