using System.Text;

namespace DynamoGen.Declarations.Symbols;

/// <summary>
/// What DynamoDB takes as a name. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">naming rules</see>.
/// </summary>
internal static class NamingRules
{
    private const int ShortestName = 3;
    private const int LongestName = 255;
    private const int LongestKeyAttribute = 255;
    private const int LongestAttribute = 65_535;

    /// <summary>
    /// What is wrong with a table's declared name, as a sentence; null for nothing. The options may put a prefix before it, so that it may be short.
    /// </summary>
    public static string? ProblemOfTable(string name) =>
        name.Length is >= 1 and <= LongestName && name.All(IsAllowed)
            ? null
            : $"the name of a table has at most {LongestName} characters of a-z, A-Z, 0-9, '_', '-' and '.'";

    /// <summary>What is wrong with an index's name, as a sentence; null for nothing.</summary>
    public static string? ProblemOfIndex(string name) =>
        name.Length is >= ShortestName and <= LongestName && name.All(IsAllowed)
            ? null
            : $"the name of an index has {ShortestName} to {LongestName} characters of a-z, A-Z, 0-9, '_', '-' and '.'";

    /// <summary>What is wrong with the first name of an attribute that a table or an index names, as a sentence; null for nothing, and for none.</summary>
    /// <param name="marks">The marks of the table's items, which are neither keys nor anything else.</param>
    /// <param name="names">The names.</param>
    public static string? ProblemOfKeyAttributes(IEnumerable<string> marks, params string?[] names) =>
        names.OfType<string>().Select(name => ProblemOfKeyAttribute(marks, name)).FirstOrDefault(problem => problem is not null);

    private static string? ProblemOfKeyAttribute(IEnumerable<string> marks, string name) =>
        name == "_w" || marks.Contains(name) ? $"the attribute '{name}' is the mark of every item"
            : IsAttribute(name, LongestKeyAttribute) ? null
            : $"the name of an attribute that a table or an index names has 1 to {LongestKeyAttribute} bytes of UTF-8, and no half of a surrogate pair";

    /// <summary>What is wrong with the name of any attribute, as the end of a sentence; null for nothing.</summary>
    public static string? ProblemOfAttribute(string name) =>
        name.Length == 0 || !WellFormedText.IsWellFormed(name) ? "that is empty or holds half of a surrogate pair"
            : IsAttribute(name, LongestAttribute) ? null
            : $"of more than {LongestAttribute} bytes, which DynamoDB does not take";

    private static bool IsAttribute(string name, int longest) =>
        name.Length > 0 && WellFormedText.IsWellFormed(name) && Encoding.UTF8.GetByteCount(name) <= longest;

    private static bool IsAllowed(char letter) => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.';
}
