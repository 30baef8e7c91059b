namespace DynamoGen.Cli.Adoption.Mapping;

/// <summary>How the context stores a class.</summary>
/// <param name="IsV1">Whether by its conversion V1.</param>
/// <param name="IsCamelCase">Whether attributes begin with a small letter.</param>
internal sealed record StorageManner(bool IsV1, bool IsCamelCase);
