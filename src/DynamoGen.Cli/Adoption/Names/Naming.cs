using System.Text;

namespace DynamoGen.Cli.Adoption.Names;

/// <summary>Makes names of C# from names that stand in a table.</summary>
internal static class Naming
{
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if",
        "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override",
        "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string",
        "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void",
        "volatile", "while",
    ];

    /// <summary>The name of a property: each word begins with a capital, and what was a capital stays one.</summary>
    public static string Property(string stored) => Pascal(stored, flattens: false);

    /// <summary>The name of a type: <c>ORDER_LINE#</c> is <c>OrderLine</c>. Empty where the text has no letter or digit.</summary>
    public static string Type(string stored) => stored.Any(IsWordCharacter) ? Pascal(stored, flattens: true) : string.Empty;

    /// <summary>The name of a parameter for a property.</summary>
    public static string Parameter(string property)
    {
        var capitals = property.TakeWhile(char.IsUpper).Count();
        var lowered = capitals == property.Length ? property.Length : Math.Max(1, capitals - 1);
        var name = property[..lowered].ToLowerInvariant() + property[lowered..];
        return Keywords.Contains(name) ? "@" + name : name;
    }

    /// <summary>Whether a name is a keyword of C#.</summary>
    public static bool IsKeyword(string name) => Keywords.Contains(name);

    /// <summary>A literal of C#.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var letter in text)
        {
            literal.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                _ when char.IsControl(letter) || letter > '~' => $"\\u{(int)letter:x4}",
                _ => letter.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Text in one line of a comment.</summary>
    public static string Comment(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\u0085' ? ' ' : letter));

    private static string Pascal(string stored, bool flattens)
    {
        var name = new StringBuilder();
        foreach (var word in Words(stored))
        {
            var isShout = flattens && word.Length > 1 && !word.Any(char.IsLower);
            name.Append(char.ToUpperInvariant(word[0])).Append(isShout ? word[1..].ToLowerInvariant() : word[1..]);
        }

        return name.Length == 0 ? "Value" : char.IsDigit(name[0]) ? "Value" + name : name.ToString();
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && IsWordCharacter(text[i]);
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }

    private static bool IsWordCharacter(char letter) => char.IsAsciiLetterOrDigit(letter);
}
