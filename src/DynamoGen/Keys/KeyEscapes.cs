using System.Buffers;

namespace DynamoGen.Keys;

/// <summary>
/// How text inside of a key is escaped. What follows such text in its template begins with <c>#</c>. Every character up to <c>$</c> is written as <c>$</c> and the
/// character 0x30 above it, so that <c>#</c> &lt; <c>$</c> &lt; every other character: keys sort as their parts do, and no text can hold the <c>#</c> that ends it.
/// </summary>
internal static class KeyEscapes
{
    public const char Lead = '$';
    public const int Offset = 0x30;

    /// <summary>The highest character that is escaped.</summary>
    public const char Highest = '$';

    /// <summary>What text in a key must not hold at all: lone surrogates are found while it is encoded, U+10FFFF is kept for upper bounds.</summary>
    public static readonly SearchValues<string> Refused = SearchValues.Create(["\U0010FFFF"], StringComparison.Ordinal);
}
