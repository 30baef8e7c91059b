using System.Globalization;
using System.Text;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Generator.Emission.Source;

/// <summary>Writes text as C# literals and as documentation.</summary>
internal static class Text
{
    /// <summary>The documentation of what implements an interface.</summary>
    public const string InheritDoc = "/// <inheritdoc/>";

    /// <summary>A C# string literal. Nearly every one is of plain letters and quotes, which needs no one to look up what must be escaped.</summary>
    public static string Literal(string value)
    {
        var literal = new StringBuilder(value.Length * 2).Append('"');
        foreach (var c in value)
        {
            if (c is < ' ' or >= '\u007f')
            {
                return SymbolDisplay.FormatLiteral(value, quote: true);
            }

            if (c is '"' or '\\')
            {
                literal.Append('\\');
            }

            literal.Append(c);
        }

        return literal.Append('"').ToString();
    }

    /// <summary>A C# UTF-8 literal.</summary>
    public static string Utf8(string value) => Literal(value) + "u8";

    /// <summary>Text inside an XML documentation comment.</summary>
    public static string Xml(string value) => Comment(value).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>Text inside a comment, which neither a line end nor a character that XML cannot hold may break.</summary>
    public static string Comment(string value) =>
        IsPlain(value) ? value
            : WellFormedText.IsWellFormed(value)
            ? new string(value.Select(c => c < ' ' || c is '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufffe' or '\uffff' ? ' ' : c).ToArray())
            : Comment(new string(value.Select(c => char.IsSurrogate(c) ? ' ' : c).ToArray()));

    /// <summary>A C# number.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>An identifier as C# writes it, with <c>@</c> before a keyword.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>The modifier of a member that hides one of a base type, with a space behind it; nothing for any other.</summary>
    public static string New(EquatableArray<string> hiding, string member) => hiding.Contains(member) ? "new " : string.Empty;

    /// <summary>A parameter that must not be null.</summary>
    public static string NotNull(string parameter) =>
        $"{Identifier(parameter)} ?? throw new global::System.ArgumentNullException(nameof({Identifier(parameter)}))";

    /// <summary>A type's partial declaration.</summary>
    public static string Declaration(TypeDeclaration declaration)
    {
        var keyword = declaration.Kind switch
        {
            TypeDeclarationKind.Interface => "interface",
            TypeDeclarationKind.Record => "record",
            TypeDeclarationKind.RecordStruct => "record struct",
            TypeDeclarationKind.Struct => "struct",
            _ => "class",
        };
        return $"partial {keyword} {Identifier(declaration.Name)}";
    }

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
