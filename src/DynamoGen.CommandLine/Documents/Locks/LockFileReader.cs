using System.Text.Json;
using DynamoGen.CommandLine.Commands;

namespace DynamoGen.CommandLine.Documents.Locks;

/// <summary>Reads a <c>dynamogen.lock.json</c>, as far as a document shows what is in it. The build is what holds the file against the code.</summary>
internal static class LockFileReader
{
    private const int LastFormat = 2;

    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Disallow };

    /// <exception cref="CommandException">The text is no lock of a known format.</exception>
    public static void Read(string file, string json, LockedSchema schema)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var root = document.RootElement;
            if (!root.EnumerateObject().Any())
            {
                // The beginning of a lock, which the build has not filled yet.
                return;
            }

            if (root.GetProperty("format").GetInt32() is var format && format is < 1 or > LastFormat)
            {
                throw new CommandException($"The lock '{file}' has format {format}; this version of DynamoGen reads formats 1 to {LastFormat}.");
            }

            foreach (var table in Members(root, "tables"))
            {
                schema.Add(table.Name, Members(table.Value, "entities").Select(Entity));
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new CommandException($"'{file}' is no schema lock that can be read; the build tells where it is wrong (DG7004).");
        }
    }

    private static LockedEntity Entity(JsonProperty entity) => new(
        entity.Name,
        entity.Value.TryGetProperty("type", out var type) ? type.GetString()! : string.Empty,
        entity.Value.GetProperty("version").GetInt32())
    {
        Keys = Texts(entity.Value, "keys"),
        Unique = Texts(entity.Value, "unique"),
        Attributes =
        [
            .. Texts(entity.Value, "attributes").Select(attribute => LockedAttribute.Parse(attribute.Key, attribute.Value)).OfType<LockedAttribute>(),
        ],
    };

    private static SortedDictionary<string, string> Texts(JsonElement parent, string name) =>
        new(Members(parent, name).ToDictionary(member => member.Name, member => member.Value.GetString() ?? string.Empty), StringComparer.Ordinal);

    private static IEnumerable<JsonProperty> Members(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var members) ? members.EnumerateObject() : [];
}
