namespace DynamoGen.Declarations.Patterns;

/// <summary>The property by which an item that was found counts as gone.</summary>
/// <param name="Property">The property.</param>
/// <param name="IsDateTime">Whether it is a DateTime rather than a DateTimeOffset.</param>
internal sealed record ExpiryModel(string Property, bool IsDateTime);
