using System.Globalization;
using DynamoGen.Declarations.Tables;

namespace DynamoGen.Analyzers.Schema;

/// <summary>Reads the lock's text. It is strict: what it does not know, a newer version of the format may have meant to be obeyed.</summary>
internal sealed class LockReader
{
    private readonly LockTokens _tokens;
    private int _format;

    private LockReader(string text) => _tokens = new LockTokens(text);

    /// <exception cref="LockFormatException">The text is no lock of the known format.</exception>
    public static StoredSchema Read(string text)
    {
        var reader = new LockReader(text);
        var schema = reader.Schema();
        reader._tokens.End();
        return schema;
    }

    private StoredSchema Schema()
    {
        var schema = new StoredSchema();
        var hasFormat = false;
        _tokens.Object((name, place) =>
        {
            switch (name)
            {
                case LockWriter.FormatMember:
                    CheckFormat();
                    hasFormat = true;
                    break;
                case "tables" when hasFormat:
                    _tokens.Object((table, _) => schema.Tables.Add(table, Table()));
                    break;
                case "tables":
                    throw new LockFormatException(place, $"\"{LockWriter.FormatMember}\": {LockWriter.Format} must come first");
                default:
                    throw Unknown(name, place);
            }
        });
        return schema;
    }

    private void CheckFormat()
    {
        var place = _tokens.Position;
        _format = _tokens.Number();
        if (_format is not (LockWriter.Format or LockWriter.OldFormat))
        {
            throw new LockFormatException(place,
                $"format {_format} is not known; this version of DynamoGen reads formats {LockWriter.OldFormat} and {LockWriter.Format}");
        }
    }

    private StoredTable Table()
    {
        var start = _tokens.Position;
        var (type, key, timeToLive, stream, marks) = (string.Empty, StoredKey.None, (string?)null, (string?)null, MarksModel.Default);
        var content = new StoredTable(type, key, null);
        _tokens.Object((name, place) =>
        {
            switch (name)
            {
                case "type":
                    type = _tokens.Text();
                    break;
                case "timeToLive":
                    timeToLive = _tokens.Text();
                    break;
                case "stream":
                    stream = _tokens.Text();
                    break;
                case StoredMarks.TypeMember or StoredMarks.VersionMember or StoredMarks.PresenceMember:
                    marks = StoredMarks.With(marks, name, _tokens.Text())
                        ?? throw new LockFormatException(place, $"\"{name}\" is neither \"optional\" nor \"none\"");
                    break;
                case "indexes":
                    _tokens.Object((index, _) => content.Indexes.Add(index, Index()));
                    break;
                case "entities":
                    _tokens.Object((entity, _) => content.Entities.Add(entity, Entity()));
                    break;
                default:
                    key = Key(key, name, place);
                    break;
            }
        });
        Demand(key, start);
        return content with { Type = type, Key = key, TimeToLive = timeToLive, Stream = stream, Marks = marks };
    }

    private StoredIndex Index()
    {
        var start = _tokens.Position;
        var index = new StoredIndex(false, StoredKey.None, "ALL");
        _tokens.Object((name, place) => index = name switch
        {
            "local" => index with { IsLocal = _tokens.Boolean() },
            "projection" => index with { Projection = _tokens.Text() },
            _ => index with { Key = Key(index.Key, name, place) },
        });
        Demand(index.Key, start);
        return index;
    }

    private StoredKey Key(StoredKey key, string name, int place) => name switch
    {
        "partitionKey" => key with { Partition = _tokens.Text() },
        "partitionKeyType" => key with { PartitionType = _tokens.Text() },
        "sortKey" => key with { Sort = _tokens.Text() },
        "sortKeyType" => key with { SortType = _tokens.Text() },
        _ => throw Unknown(name, place),
    };

    private StoredEntity Entity()
    {
        var start = _tokens.Position;
        var (type, version) = (string.Empty, 0);
        var content = new StoredEntity(type, version);
        _tokens.Object((name, place) =>
        {
            switch (name)
            {
                case "type":
                    type = _tokens.Text();
                    break;
                case "version":
                    version = _tokens.Number();
                    break;
                case "keys":
                    _tokens.Object((key, _) => content.Keys.Add(key, _tokens.Text()));
                    break;
                case "unique":
                    _tokens.Object((value, _) => content.Unique.Add(value, _tokens.Text()));
                    break;
                case "attributes":
                    ReadAttributes(content.Attributes);
                    break;
                case "earlier":
                    _tokens.Object((version, versionPlace) => ReadAttributes(content.Earlier[Version(version, versionPlace)] = new(StringComparer.Ordinal)));
                    break;
                default:
                    throw Unknown(name, place);
            }
        });
        return version > 0 ? content with { Type = type, Version = version } : throw new LockFormatException(start, "an entity's version is missing");
    }

    private void ReadAttributes(SortedDictionary<string, StoredAttribute> attributes) =>
        _tokens.Object((attribute, _) => attributes.Add(attribute, StoredAttribute.Parse(AttributeText())));

    private string AttributeText() => _format == LockWriter.OldFormat
        ? _tokens.Text().Replace(FormChange.Through, FormChange.Through + FormChange.SomeNamespace)
        : _tokens.Text();

    private static int Version(string text, int place) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0
            ? version
            : throw new LockFormatException(place, $"\"{text}\" is no version");

    private static void Demand(StoredKey key, int place)
    {
        if (key.Partition.Length == 0)
        {
            throw new LockFormatException(place, "its \"partitionKey\" is missing");
        }
    }

    private static LockFormatException Unknown(string name, int place) => new(place, $"\"{name}\" is not known here");
}
