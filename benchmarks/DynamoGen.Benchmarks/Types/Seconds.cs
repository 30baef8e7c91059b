namespace DynamoGen.Benchmarks.Types;

[Entity<TypeTable>]
[Key("SECONDS#{Id}", "T")]
public sealed partial record Seconds
{
    public required int Id { get; init; }

    [EpochSeconds]
    public required DateTimeOffset A { get; init; }

    [EpochSeconds]
    public required DateTimeOffset B { get; init; }

    [EpochSeconds]
    public required DateTimeOffset C { get; init; }

    [EpochSeconds]
    public required DateTimeOffset D { get; init; }

    [EpochSeconds]
    public required DateTimeOffset E { get; init; }

    [EpochSeconds]
    public required DateTimeOffset F { get; init; }

    [EpochSeconds]
    public required DateTimeOffset G { get; init; }

    [EpochSeconds]
    public required DateTimeOffset H { get; init; }

    public static Seconds Of(int number) => new()
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

    private static DateTimeOffset At(int number) => new DateTimeOffset(2012, 7, 4, 0, 0, 0, TimeSpan.Zero).AddSeconds(number * 7919d);
}
