using System.Text;

namespace DynamoGen.Serialization;

/// <summary>Writes paths of attributes for errors: names and indexes, never a dictionary's key, and never longer than a person reads.</summary>
internal static class AttributePath
{
    /// <summary>Stands for any key of a dictionary.</summary>
    public const string Key = "[*]";

    private const int MostSegments = 8;
    private const int MostAtEnd = 3;
    private const int LongestName = 64;

    /// <summary>The path, such as <c>Lines[3].Price</c>, or null where there are no segments.</summary>
    public static string? Of(List<string> segments)
    {
        var path = new StringBuilder();
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments.Count > MostSegments && i == MostSegments - MostAtEnd)
            {
                path.Append('…');
                i = segments.Count - MostAtEnd;
            }

            Append(path, segments[i]);
        }

        return path.Length > 0 ? path.ToString() : null;
    }

    /// <summary>The path of a member of what another path leads to.</summary>
    public static string Of(string? parent, string name) => parent is null ? name : $"{parent}.{name}";

    private static void Append(StringBuilder path, string segment)
    {
        var isIndex = segment.StartsWith('[');
        path.Append(isIndex || path.Length == 0 ? string.Empty : ".");
        path.Append(segment.Length > LongestName ? segment.AsSpan(0, LongestName) : segment).Append(segment.Length > LongestName ? "…" : string.Empty);
    }
}
