using System.Security.Cryptography;
using HaiDuong.Licensing.Domain.Dossiers;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>Mã tra cứu, mã kiểm tra: 12 letters and digits that cannot be guessed or misread (59 bits).</summary>
public static class PublicCode
{
    public static string Make()
    {
        var letters = RandomNumberGenerator.GetString(TypedCode.Alphabet, 12);
        return $"{letters[..4]}-{letters[4..8]}-{letters[8..]}";
    }
}
