namespace DynamoGen.Cli.Adoption.Values;

/// <summary>An enum that is to be written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its numbers; null for <c>int</c>.</param>
/// <param name="HasFlags">Whether its members are flags.</param>
/// <param name="Members">Its members with their numbers, as C#.</param>
/// <param name="Doubts">What is not certain of it.</param>
internal sealed record EnumDraft(string Name, string? Type, bool HasFlags, IReadOnlyList<string> Members, IReadOnlyList<string> Doubts);
