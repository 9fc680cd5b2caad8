# Prints for each token the claims if Crypt::JWT believes it. Standard input has the secret, as base64url, then the tokens.
use strict;
use warnings;
use Crypt::JWT 'decode_jwt';
use JSON::PP;
use MIME::Base64 'decode_base64url';

my ($secret, @tokens) = split ' ', join '', <STDIN>;
for my $token (@tokens) {
    my $claims = eval {
        decode_jwt(token => $token, key => decode_base64url($secret), accepted_alg => 'HS256', verify_exp => 1);
    };
    print $claims ? encode_json($claims) : 'refused: ' . ($@ =~ s/\n/ /gr), "\n";
}
