# Prints for each token the claims if Ruby's jwt believes it. Standard input has the secret, as base64url, then the tokens.

require "base64"
require "json"
require "jwt"

secret, *tokens = $stdin.read.split
tokens.each do |token|
  claims, = JWT.decode(token, Base64.urlsafe_decode64(secret), true, algorithm: "HS256")
  puts JSON.generate(claims)
rescue JWT::DecodeError => refused
  puts "refused: #{refused.message.inspect}"
end
