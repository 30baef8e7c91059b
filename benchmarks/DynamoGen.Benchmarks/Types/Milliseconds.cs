namespace DynamoGen.Benchmarks.Types;

[Entity<TypeTable>]
[Key("MILLISECONDS#{Id}", "T")]
public sealed partial record Milliseconds
{
    public required int Id { get; init; }

    [EpochMilliseconds]
    public required DateTime A { get; init; }

    [EpochMilliseconds]
    public required DateTime B { get; init; }

    [EpochMilliseconds]
    public required DateTime C { get; init; }

    [EpochMilliseconds]
    public required DateTime D { get; init; }

    [EpochMilliseconds]
    public required DateTime E { get; init; }

    [EpochMilliseconds]
    public required DateTime F { get; init; }

    [EpochMilliseconds]
    public required DateTime G { get; init; }

    [EpochMilliseconds]
    public required DateTime H { get; init; }

    public static Milliseconds Of(int number) => new()
    {
        Id = number,
        A = At(number + 0),
        B = At(number + 1),
        C = At(number + 2),
        D = At(number + 3),
        E = At(number + 4),
        F = At(number + 5),
        G = At(number + 6),
        H = At(number + 7),
    };

    private static DateTime At(int number) => new DateTime(2012, 7, 4, 0, 0, 0, DateTimeKind.Utc).AddSeconds(number * 7919d);
}
