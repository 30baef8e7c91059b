namespace DynamoGen.Declarations.Patterns;

/// <summary>Knows the words that names of methods begin with.</summary>
internal static class MethodWords
{
    /// <summary>The words by which people call writes, and which no access pattern begins with: a read of that name would be taken for a write.</summary>
    private static readonly string[] Foreign =
    [
        "Add", "Append", "Change", "Clear", "Decrement", "Destroy", "Drop", "Edit", "Erase", "Increment", "Insert", "Merge", "Modify", "Patch", "Persist",
        "Purge", "Remove", "Reset", "Save", "Set", "Store", "Unset", "Write",
    ];

    /// <summary>Whether a name begins with a word, which does not go on behind it.</summary>
    public static bool BeginsWith(string method, string word) =>
        method.StartsWith(word, StringComparison.Ordinal) && (method.Length == word.Length || !char.IsLower(method[word.Length]));

    /// <summary>The word for a write that a name begins with although no access pattern does, or null.</summary>
    public static string? ForeignVerb(string method) => Foreign.FirstOrDefault(word => BeginsWith(method, word));
}
