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

    /// <summary>What holds the attributes that no property of an object stores; <paramref name="parent"/> is null for the item itself.</summary>
    public static string Unknown(string? parent) => parent is null ? "*" : Values(parent);

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

    /// <summary>Whether it is a property of an object, rather than an element, a value or a derived type.</summary>
    public static bool IsMember(string path) => Parent(path) is not { } parent || (path[parent.Length] == '.' && path != Values(parent));

    /// <summary>The derived type's name where the path is one of several types, or null.</summary>
    public static string? CaseName(string path) =>
        Parent(path) is { } parent && path[parent.Length] == '<' ? Unquoted(path.Substring(parent.Length + 1).TrimEnd('>')) : null;

    /// <summary>The attribute's own name, as it stands in items.</summary>
    public static string NameOf(string path) => Unquoted(Parent(path) is { } parent ? path.Substring(parent.Length + 1) : path);

    private static string Unquoted(string name) =>
        name.Length > 1 && name[0] == '\'' ? name.Substring(1, name.Length - 2).Replace("''", "'") : name;

    /// <summary>The path of the item's own attribute that holds this one, or is it.</summary>
    public static string Top(string path) => Parent(path) is { } parent ? Top(parent) : path;

    /// <summary>A name that could be taken for more than one step stands in quotes.</summary>
    private static string Name(string name) =>
        name.Length > 0 && name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or ':' or '#' or '/' or '$')
            ? name
            : $"'{name.Replace("'", "''")}'";
}
