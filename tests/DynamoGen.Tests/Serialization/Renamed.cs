namespace DynamoGen.Tests.Serialization;

/// <summary>Version 1 kept a whole name, a code that version 2 keeps beside what was made of it, and a size that two versions made of it in turn.</summary>
[Entity<TestTable>(Version = 3)]
[Key("RENAMED#{Id}", "RENAMED")]
public sealed partial record Renamed(string Id)
{
    public required string First { get; init; }

    public required string Last { get; init; }

    public string? Code { get; init; }

    public int Length { get; init; }

    public string? Initial { get; init; }

    [Upcast(1, nameof(First), StoredAs = "Name")]
    private static string FirstOf(string name) => name.Split(' ')[0];

    [Upcast(1, nameof(Last), StoredAs = "Name")]
    private static string LastOf(string name) => name.Split(' ')[^1];

    /// <summary>The code is still a property of its own.</summary>
    [Upcast(2, nameof(Length), StoredAs = "Code")]
    private static int LengthOf(string code) => code.Length;

    [Upcast(1, nameof(Length), StoredAs = "Name")]
    private static string CodeOf(string name) => name;

    [Upcast(1, nameof(Initial), StoredAs = "Name")]
    private static string? InitialOf(string? name) => name?[..1];
}
