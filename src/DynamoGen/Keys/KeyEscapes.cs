using System.Buffers;

namespace DynamoGen.Keys;

/// <summary>
/// How text inside of a key is escaped. What follows such text in its template begins with <c>#</c>. Every character up to <c>$</c> is written as
/// <c>$</c> and the character 0x30 above it, so that <c>#</c> &lt; <c>$</c> &lt; every other character: keys sort as their parts do, and no text can
/// hold the <c>#</c> that ends it.
/// </summary>
internal static class KeyEscapes
{
    public const char Lead = '$';
    public const int Offset = 0x30;

    /// <summary>The highest character that is escaped.</summary>
    public const char Highest = '$';

    /// <summary>The characters that are escaped.</summary>
    public static readonly SearchValues<char> Escaped = SearchValues.Create(string.Concat(Enumerable.Range(0, Highest + 1).Select(code => (char)code)));

    /// <summary>The highest character of all. No text in a key may hold it, so that bounds made with it are exact.</summary>
    public const string UpperBound = "\U0010FFFF";
}
