using System.Text;

namespace DynamoGen.Tests.Serialization.Fuzzing;

/// <summary>Mutations that know nothing of JSON.</summary>
internal static class ByteMutation
{
    private const int LongestRange = 40;

    public static byte[] Apply(byte[] json, Random random)
    {
        if (json.Length == 0)
        {
            return [Pick(HostileText.Bytes, random)];
        }

        var position = random.Next(json.Length);
        var range = Math.Min(random.Next(1, LongestRange), json.Length - position);
        return random.Next(10) switch
        {
            0 or 1 => Flip(json, position, random),
            2 => Insert(json, position, [Pick(HostileText.Bytes, random)]),
            3 => Replace(json, position, [Pick(HostileText.Bytes, random)]),
            4 => [.. json[..position], .. json[(position + range)..]],
            5 => Insert(json, position, json.AsSpan(position, range)),
            6 => random.Next(4) == 0 ? json[..position] : Insert(json, position, Pick(HostileText.NoUtf8, random)),
            7 => Splice(json, position, random),
            8 => Insert(json, position, Encoding.UTF8.GetBytes(HostileText.Pick(HostileText.Texts, random))),
            _ => Insert(json, position, Encoding.UTF8.GetBytes(HostileText.Pick(random.Next(2) == 0 ? HostileText.Numbers : HostileText.Values, random))),
        };
    }

    private static byte[] Flip(byte[] json, int position, Random random)
    {
        var copy = json.ToArray();
        copy[position] ^= (byte)(1 << random.Next(8));
        return copy;
    }

    private static byte[] Insert(byte[] json, int position, ReadOnlySpan<byte> bytes) => [.. json.AsSpan(0, position), .. bytes, .. json.AsSpan(position)];

    private static byte[] Replace(byte[] json, int position, ReadOnlySpan<byte> bytes) => [.. json.AsSpan(0, position), .. bytes, .. json.AsSpan(position + 1)];

    private static byte[] Splice(byte[] json, int position, Random random)
    {
        var other = Pick(Corpus.All, random).Json;
        return [.. json.AsSpan(0, position), .. other.AsSpan(random.Next(other.Length))];
    }

    private static T Pick<T>(IReadOnlyList<T> choices, Random random) => choices[random.Next(choices.Count)];
}
