namespace DynamoGen.Declarations.Keys;

/// <summary>Tells where the parts of a key end whose length varies, without which two values could give one key.</summary>
internal static class KeyEnds
{
    /// <summary>Lets each part know what follows it.</summary>
    public static void Mark(List<KeyPart> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            var isFinal = i + 1 == parts.Count;
            var next = isFinal ? string.Empty : parts[i + 1] is { Kind: KeyPartKind.Literal } literal ? literal.Text : string.Empty;
            parts[i] = part with
            {
                IsFinal = isFinal,
                Terminator = part.Style == KeyPartStyle.Raw || (part.Kind == KeyPartKind.Enum && next.Length > 0 && next[0] != '#') ? next : string.Empty,

                // Text at the end is never escaped.
                Style = isFinal && part is { Style: KeyPartStyle.Raw, Case: KeyPartCase.Unchanged } ? KeyPartStyle.Sortable : part.Style,
            };
        }
    }

    /// <summary>Why the end of a part is not known, as the end of a sentence; null where the ends of all are.</summary>
    public static string? Problem(IReadOnlyList<KeyPart> parts) =>
        Enumerable.Range(0, parts.Count - 1).Select(i => Problem(parts[i], parts[i + 1])).FirstOrDefault(problem => problem is not null);

    private static string? Problem(KeyPart part, KeyPart next)
    {
        var end = next.Kind == KeyPartKind.Literal ? next.Text : null;
        return part switch
        {
            { IsVariableLength: false } => null,
            { Style: KeyPartStyle.Raw } => end is null ? $"needs a text behind '{part.Text}', whose length varies" : null,
            { Style: KeyPartStyle.Plain } => end is null || char.IsDigit(end[0]) || (part.Kind == KeyPartKind.Decimal && end[0] == '.')
                ? $"needs a text behind the number '{part.Text}' that cannot be a part of it"
                : null,
            { Kind: KeyPartKind.Enum } when end is not null && end[0] != '#' => Within(part, end[0]),

            // What follows must sort below all characters of the text: '#', which escaping keeps out of it.
            _ => end?[0] == '#' ? null
                : part.Kind == KeyPartKind.Enum || end is null ? $"needs a '#' behind '{part.Text}', whose length varies"
                : $"needs a '#' behind '{part.Text}', whose length varies, or {{{part.Text}:raw}}, which writes it as it stands and refuses a '{end}' in it",
        };
    }

    private static string? Within(KeyPart part, char end) => part.Enum!.Members.FirstOrDefault(member => part.NameOf(member).IndexOf(end) >= 0) is { } bad
        ? $"has '{end}' behind '{part.Text}', whose member '{bad.Name}' has that character too; take one that no name has, such as '#'"
        : null;
}
