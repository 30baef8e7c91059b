using System.Globalization;
using System.Text;

namespace DynamoGen.Analyzers.Schema;

/// <summary>
/// Writes the lock's text: sorted, an attribute a line, and the same on every machine, so that a pull request shows what changed and nothing else.
/// </summary>
internal sealed class LockWriter
{
    public const string FormatMember = "format";

    public const int Format = 2;

    /// <summary>
    /// The format before, which is read too: it has no numbers of enums, no namespaces of converters, and not what an absent attribute means.
    /// </summary>
    public const int OldFormat = 1;

    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isFirst = true;

    public static string Write(StoredSchema schema)
    {
        var writer = new LockWriter();
        writer.Open();
        writer.Member(FormatMember, Format.ToString(CultureInfo.InvariantCulture));
        writer.Members("tables", schema.Tables, writer.Table);
        writer.Close();
        return writer._text.Append('\n').ToString();
    }

    private void Table(StoredTable table)
    {
        Open();
        Text("type", table.Type);
        foreach (var (name, value) in Key(table.Key))
        {
            Text(name, value);
        }

        Text("timeToLive", table.TimeToLive);
        Text("stream", table.Stream);
        foreach (var (name, value) in StoredMarks.MembersOf(table.Marks))
        {
            Text(name, value);
        }

        Members("indexes", table.Indexes, Index);
        Members("entities", table.Entities, Entity);
        Close();
    }

    private void Index(StoredIndex index)
    {
        var local = index.IsLocal ? "\"local\": true, " : string.Empty;
        var key = string.Concat(Key(index.Key).Select(part => $"{Quoted(part.Name)}: {Quoted(part.Value)}, "));
        _text.Append($"{{ {local}{key}\"projection\": {Quoted(index.Projection)} }}");
    }

    /// <summary>The type is there where it is not the usual one.</summary>
    private static IEnumerable<(string Name, string Value)> Key(StoredKey key)
    {
        yield return ("partitionKey", key.Partition);
        if (key.PartitionType != StoredKey.Text)
        {
            yield return ("partitionKeyType", key.PartitionType);
        }

        if (key.Sort is not null)
        {
            yield return ("sortKey", key.Sort);
        }

        if (key.SortType != StoredKey.Text)
        {
            yield return ("sortKeyType", key.SortType);
        }
    }

    private void Entity(StoredEntity entity)
    {
        Open();
        Text("type", entity.Type);
        Member("version", entity.Version.ToString(CultureInfo.InvariantCulture));
        Members("keys", entity.Keys, key => _text.Append(Quoted(key)));
        Members("unique", entity.Unique, key => _text.Append(Quoted(key)));
        Attributes("attributes", entity.Attributes);
        if (entity.Earlier.Count > 0)
        {
            Name("earlier");
            Open();
            foreach (var version in entity.Earlier)
            {
                Attributes(version.Key.ToString(CultureInfo.InvariantCulture), version.Value);
            }

            Close();
        }

        Close();
    }

    private void Attributes(string name, SortedDictionary<string, StoredAttribute> attributes) =>
        Members(name, attributes, attribute => _text.Append(Quoted(attribute.ToString())));

    private void Members<T>(string name, SortedDictionary<string, T> members, Action<T> write)
    {
        if (members.Count == 0)
        {
            return;
        }

        Name(name);
        Open();
        foreach (var member in members)
        {
            Name(member.Key);
            write(member.Value);
        }

        Close();
    }

    private void Text(string name, string? value)
    {
        if (value is not null)
        {
            Member(name, Quoted(value));
        }
    }

    private void Member(string name, string json)
    {
        Name(name);
        _text.Append(json);
    }

    private void Name(string name)
    {
        _text.Append(_isFirst ? string.Empty : ",");
        _isFirst = false;
        Line();
        _text.Append(Quoted(name)).Append(": ");
    }

    private void Open()
    {
        _text.Append('{');
        _depth++;
        _isFirst = true;
    }

    private void Close()
    {
        _depth--;
        Line();
        _text.Append('}');
        _isFirst = false;
    }

    private void Line() => _text.Append('\n').Append(' ', _depth * 2);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            // What a person cannot see, and halves of characters, which UTF-8 cannot carry, are escaped.
            var isPlain = !char.IsControl(letter) && !char.IsSurrogate(letter) && letter is not ('"' or '\\' or '\u2028' or '\u2029' or '\uFEFF');
            quoted.Append(
                isPlain ? letter.ToString() : letter is '"' or '\\' ? "\\" + letter : "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture));
        }

        return quoted.Append('"').ToString();
    }
}
