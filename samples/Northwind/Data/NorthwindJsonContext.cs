using System.Text.Json.Serialization;

namespace Northwind.Data;

/// <summary>Reads the source data without reflection; what the records do not name, or what is null unexpectedly, is an error.</summary>
[JsonSourceGenerationOptions(
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(NorthwindSource))]
internal sealed partial class NorthwindJsonContext : JsonSerializerContext;
