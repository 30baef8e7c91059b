namespace DynamoGen.Analyzers.Schema;

/// <summary>Paths of attributes in items, as the lock names them: <c>Lines[].Price</c>, <c>Counts.*</c>, <c>Payment&lt;card&gt;.Number</c>.</summary>
internal static class AttributePath
{
    private static readonly char[] Steps = ['.', '[', '<'];

    public static string Root(string attribute) => Name(attribute);

    public static string Member(string parent, string attribute) => $"{parent}.{Name(attribute)}";

    public static string Values(string parent) => $"{parent}.*";

    public static string Elements(string parent) => $"{parent}[]";

    public static string Element(string parent, int position) => $"{parent}[{position}]";

    public static string Case(string parent, string name) => $"{parent}<{Name(name)}>";

    /// <summary>The path of what holds the attribute, or null for one of the item itself.</summary>
    public static string? Parent(string path)
    {
        var isQuoted = false;
        for (var i = path.Length - 1; i > 0; i--)
        {
            isQuoted ^= path[i] == '\'';
            if (!isQuoted && Steps.Contains(path[i]))
            {
                return path.Substring(0, i);
            }
        }

        return null;
    }

    /// <summary>The path of the item's own attribute that holds this one, or is it.</summary>
    public static string Top(string path) => Parent(path) is { } parent ? Top(parent) : path;

    /// <summary>A name that could be taken for more than one step stands in quotes.</summary>
    private static string Name(string name) =>
        name.Length > 0 && name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or ':' or '#' or '/' or '$')
            ? name
            : $"'{name.Replace("'", "''")}'";
}
