using System.Text;
using System.Text.Json;

namespace DynamoGen.Tests.Serialization.Fuzzing;

/// <summary>JSON that can be made wrong: unlike the framework's, its objects may hold a name twice, and its values may be any text.</summary>
internal sealed class JsonTree
{
    private JsonTree(string? raw) => Raw = raw;

    /// <summary>A value that is no object and no array, as it is written.</summary>
    public string? Raw { get; set; }

    /// <summary>The members of an object, with their names as they are written, or null.</summary>
    public List<(string Name, JsonTree Value)>? Members { get; private init; }

    /// <summary>The elements of an array, or null.</summary>
    public List<JsonTree>? Elements { get; private init; }

    public static JsonTree Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new(null) { Members = [.. json.EnumerateObject().Select(member => (JsonSerializer.Serialize(member.Name), Of(member.Value)))] },
        JsonValueKind.Array => new(null) { Elements = [.. json.EnumerateArray().Select(Of)] },
        _ => new(json.GetRawText()),
    };

    public JsonTree Clone() => new(Raw)
    {
        Members = Members is null ? null : [.. Members.Select(member => (member.Name, member.Value.Clone()))],
        Elements = Elements is null ? null : [.. Elements.Select(element => element.Clone())],
    };

    /// <summary>This value and all inside of it.</summary>
    public List<JsonTree> All()
    {
        var all = new List<JsonTree>();
        Add(all);
        return all;
    }

    public byte[] ToUtf8()
    {
        var text = new StringBuilder();
        Write(text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Add(List<JsonTree> all)
    {
        all.Add(this);
        foreach (var member in Members ?? [])
        {
            member.Value.Add(all);
        }

        foreach (var element in Elements ?? [])
        {
            element.Add(all);
        }
    }

    private void Write(StringBuilder text)
    {
        if (Raw is not null)
        {
            text.Append(Raw);
            return;
        }

        text.Append(Members is null ? '[' : '{');
        var comma = string.Empty;
        foreach (var (name, value) in Members ?? Elements!.Select(element => (Name: string.Empty, element)))
        {
            text.Append(comma).Append(name).Append(Members is null ? string.Empty : ":");
            value.Write(text);
            comma = ",";
        }

        text.Append(Members is null ? ']' : '}');
    }
}
