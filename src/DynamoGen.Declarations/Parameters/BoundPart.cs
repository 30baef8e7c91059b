using DynamoGen.Declarations.Keys;

namespace DynamoGen.Declarations.Parameters;

/// <summary>A key part and where its value comes from; null for a literal and for the shard.</summary>
internal sealed record BoundPart(KeyPart Part, ValueSource? Value);
