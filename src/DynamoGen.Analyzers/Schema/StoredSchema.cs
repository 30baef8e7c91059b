using DynamoGen.Declarations.Tables;

namespace DynamoGen.Analyzers.Schema;

/// <summary>The stored shape of all tables and entities of one project: what <c>dynamogen.lock.json</c> holds.</summary>
internal sealed class StoredSchema
{
    /// <summary>The tables by name.</summary>
    public SortedDictionary<string, StoredTable> Tables { get; } = new(StringComparer.Ordinal);
}

/// <summary>A physical table.</summary>
/// <param name="Type">The class that declares it, by its full name.</param>
/// <param name="Key">Its key.</param>
/// <param name="TimeToLive">The attribute by which items expire, or null.</param>
internal sealed record StoredTable(string Type, StoredKey Key, string? TimeToLive)
{
    /// <summary>What its change stream carries, by the member's name; null where it has none.</summary>
    public string? Stream { get; init; }

    /// <summary>The attributes by which its items are known.</summary>
    public MarksModel Marks { get; init; } = MarksModel.Default;

    /// <summary>How a report names the table for its fix.</summary>
    public static string Subject(string table) => table;

    /// <summary>How a report names one of its entities for its fix.</summary>
    public static string Subject(string table, string entity) => $"{table}\n{entity}";

    /// <summary>The secondary indexes by name.</summary>
    public SortedDictionary<string, StoredIndex> Indexes { get; } = new(StringComparer.Ordinal);

    /// <summary>The entities by their name in items.</summary>
    public SortedDictionary<string, StoredEntity> Entities { get; } = new(StringComparer.Ordinal);
}

/// <summary>The key of a table or of an index.</summary>
/// <param name="Partition">The attribute of the partition key, or several with commas between them.</param>
/// <param name="PartitionType">Its type: S, N or B; of several attributes each, unless all are S.</param>
/// <param name="Sort">The attribute of the sort key, or several, or null.</param>
/// <param name="SortType">Its type, or theirs.</param>
internal sealed record StoredKey(string Partition, string PartitionType, string? Sort, string SortType)
{
    public const string Text = "S";

    public static StoredKey None { get; } = new(string.Empty, Text, null, Text);

    public override string ToString() =>
        Sort is null ? $"({Attribute(Partition, PartitionType)})" : $"({Attribute(Partition, PartitionType)}, {Attribute(Sort, SortType)})";

    private static string Attribute(string name, string type) => type == Text ? $"'{name}'" : $"'{name}' {type}";
}

/// <summary>A secondary index.</summary>
internal sealed record StoredIndex(bool IsLocal, StoredKey Key, string Projection);

/// <summary>What the items of one entity look like.</summary>
/// <param name="Type">The class that declares it, by its full name.</param>
/// <param name="Version">The version of the shape.</param>
internal sealed record StoredEntity(string Type, int Version)
{
    /// <summary>The template of each key attribute.</summary>
    public SortedDictionary<string, string> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>The template of the marker of each unique value.</summary>
    public SortedDictionary<string, string> Unique { get; } = new(StringComparer.Ordinal);

    /// <summary>The attributes by their path, such as <c>Lines[].Price</c>.</summary>
    public SortedDictionary<string, StoredAttribute> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>What each older version stored otherwise than the version after it.</summary>
    public SortedDictionary<int, SortedDictionary<string, StoredAttribute>> Earlier { get; } = [];
}

/// <summary>How one attribute is stored.</summary>
/// <param name="Form">The type descriptor and what stands in it, such as <c>N decimal</c>.</param>
/// <param name="IsRequired">Whether every item has it.</param>
/// <param name="Absent">What an item without it reads as, such as <c>null</c> or <c>default</c>; null where that is not known, or cannot be.</param>
/// <param name="IsOmitted">Whether a value that is not null is left out of items, so that its absence is a value.</param>
internal sealed record StoredAttribute(string Form, bool IsRequired, string? Absent = null, bool IsOmitted = false)
{
    /// <summary>How the lock says that every item has the attribute.</summary>
    public const string RequiredWord = "required";

    private const string Required = " " + RequiredWord;
    private const string IsAbsentAs = " = ";
    private const string Omits = " omitting ";
    private const string DroppedMark = "dropped ";

    /// <summary>Whether only items of an older version hold it, and nothing reads it.</summary>
    public bool IsDropped => Form.StartsWith(DroppedMark, StringComparison.Ordinal);

    /// <summary>The same, as what nothing reads any more.</summary>
    public StoredAttribute Dropped => IsDropped ? this : new(DroppedMark + Form, false);

    /// <summary>The form in which items hold it, whether it is read or not.</summary>
    public string HeldForm => IsDropped ? Form.Substring(DroppedMark.Length) : Form;

    /// <summary>The form without what its absence means.</summary>
    public string Shown => IsRequired ? Form + Required : Form;

    public static StoredAttribute Parse(string text)
    {
        var (absent, omits) = (Outside(text, IsAbsentAs), Outside(text, Omits));
        if (omits >= 0 && (absent < 0 || omits < absent))
        {
            return new(text.Substring(0, omits), false, text.Substring(omits + Omits.Length), true);
        }

        if (absent >= 0)
        {
            return new(text.Substring(0, absent), false, text.Substring(absent + IsAbsentAs.Length));
        }

        return text.EndsWith(Required, StringComparison.Ordinal) ? new(text.Substring(0, text.Length - Required.Length), true) : new(text, false);
    }

    public override string ToString() => Absent is null ? Shown : Form + (IsOmitted ? Omits : IsAbsentAs) + Absent;

    /// <summary>Where a mark first stands that is no part of a quoted name, or -1.</summary>
    private static int Outside(string text, string mark)
    {
        var isQuoted = false;
        for (var i = 0; i <= text.Length - mark.Length; i++)
        {
            isQuoted ^= text[i] == '\'';
            if (!isQuoted && string.CompareOrdinal(text, i, mark, 0, mark.Length) == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
