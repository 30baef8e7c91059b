using System.Text.RegularExpressions;

namespace DynamoGen.Analyzers.Schema;

/// <summary>Compares the templates of keys and of the markers of unique values with the locked ones. A version moves no item.</summary>
internal static class TemplateComparison
{
    private const string Marker = "the marker of";
    private const string Repair = "run RepairUnique and accept the change in the lock";

    private static readonly Regex Placeholder = new("(?<!{){(?<name>[^{}:]+)", RegexOptions.CultureInvariant);

    /// <param name="locked">The locked templates.</param>
    /// <param name="declared">The declared ones.</param>
    /// <param name="partitionKey">The attribute of the table's own partition key.</param>
    public static IEnumerable<SchemaChange> OfKeys(
        SortedDictionary<string, string> locked, SortedDictionary<string, string> declared, string partitionKey) =>
        locked.Select(known => Known("key attribute", known, declared, "move the items and accept the change in the lock", known.Key == partitionKey))
            .OfType<SchemaChange>()
            .Concat(New("key attribute", locked, declared, "which items have once they are written again"));

    /// <summary>A marker goes by the properties that it is made of, so that one of another scope has another name.</summary>
    public static IEnumerable<SchemaChange> OfMarkers(SortedDictionary<string, string> locked, SortedDictionary<string, string> declared)
    {
        var heirs = new HashSet<string>();
        foreach (var known in locked)
        {
            if (declared.ContainsKey(known.Key))
            {
                if (Known(Marker, known, declared, Repair) is { } change)
                {
                    yield return change;
                }
            }
            else if (Heir(known.Value, declared.Where(found => !locked.ContainsKey(found.Key) && !heirs.Contains(found.Key))) is { Key: not null } heir)
            {
                heirs.Add(heir.Key);
                yield return KeyForms.AreKept(known.Value, heir.Value)
                    ? new(SchemaChangeKind.Compatible, $"{Marker} '{known.Key}' as '{heir.Key}'")
                    : Changed(Marker, known.Key, known.Value, heir.Value, Repair);
            }
            else
            {
                yield return new(SchemaChangeKind.Compatible, $"{Marker} '{known.Key}' is gone");
            }
        }

        foreach (var change in New(Marker, locked, declared, "which items have once RepairUnique has run", heirs))
        {
            yield return change;
        }
    }

    private static SchemaChange? Known(
        string what, KeyValuePair<string, string> known, SortedDictionary<string, string> declared, string migration, bool isOfTable = false) =>
        !declared.TryGetValue(known.Key, out var found) ? new(SchemaChangeKind.Compatible, $"{what} '{known.Key}' is gone")
        : found == known.Value ? null
        : KeyForms.AreKept(known.Value, found, isOfTable) ? new(SchemaChangeKind.Compatible, $"{what} '{known.Key}' as \"{found}\"")
        : Changed(what, known.Key, known.Value, found, migration);

    private static SchemaChange Changed(string what, string name, string locked, string found, string migration) =>
        new(SchemaChangeKind.Key, $"{what} '{name}' is locked as \"{locked}\" and found as \"{found}\"; keep the template, or {migration}");

    private static IEnumerable<SchemaChange> New(
        string what, SortedDictionary<string, string> locked, SortedDictionary<string, string> declared, string later, HashSet<string>? known = null) =>
        declared.Where(found => !locked.ContainsKey(found.Key) && known?.Contains(found.Key) != true)
            .Select(found => new SchemaChange(SchemaChangeKind.Compatible, $"{what} '{found.Key}' as \"{found.Value}\", {later}"));

    /// <summary>The new marker that keeps the template, or else one that shares a property or the literal that the template begins with.</summary>
    private static KeyValuePair<string, string> Heir(string template, IEnumerable<KeyValuePair<string, string>> added)
    {
        var candidates = added.ToArray();
        return candidates.FirstOrDefault(found => KeyForms.AreKept(template, found.Value)) is { Key: not null } same
            ? same
            : candidates.FirstOrDefault(found => Names(template).Overlaps(Names(found.Value))
                || (Literal(template).Length > 0 && Literal(template) == Literal(found.Value)));
    }

    private static HashSet<string> Names(string template) =>
        [.. Placeholder.Matches(template).Cast<Match>().Select(match => match.Groups["name"].Value)];

    private static string Literal(string template) => template.Substring(0, Math.Max(0, template.IndexOf('{')));
}
