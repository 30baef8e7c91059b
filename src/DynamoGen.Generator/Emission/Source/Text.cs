using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Generator.Emission.Source;

/// <summary>Writes text as C# literals and as documentation.</summary>
internal static class Text
{
    /// <summary>A C# string literal. Nearly every one is of plain letters, which needs no one to look up what must be escaped.</summary>
    public static string Literal(string value) => IsPlain(value) ? $"\"{value}\"" : SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A C# UTF-8 literal.</summary>
    public static string Utf8(string value) => Literal(value) + "u8";

    /// <summary>Text inside an XML documentation comment.</summary>
    public static string Xml(string value) => Comment(value).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>Text inside a comment, which neither a line end nor a character that XML cannot hold may break.</summary>
    public static string Comment(string value) =>
        IsPlain(value) ? value
            : WellFormedText.IsWellFormed(value) ? new string(value.Select(c => c < ' ' || c is '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufffe' or '\uffff' ? ' ' : c).ToArray())
            : Comment(new string(value.Select(c => char.IsSurrogate(c) ? ' ' : c).ToArray()));

    /// <summary>A parameter that must not be null.</summary>
    public static string NotNull(string parameter) => $"{parameter} ?? throw new global::System.ArgumentNullException(nameof({parameter}))";

    private static bool IsPlain(string value)
    {
        foreach (var c in value)
        {
            if (c is < ' ' or >= '\u007f' or '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }
}
