using System.Text.Json;

namespace DynamoGen.CommandLine.Output;

/// <summary>A result of a verb. Its JSON is promised to programs; its columns are for people.</summary>
internal interface IVerbRecord
{
    /// <summary>Writes the members of its JSON object.</summary>
    void WriteTo(Utf8JsonWriter json);
}
