using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Tests.Serialization.Places;

/// <summary>An entity with a value in every position in which one can be refused.</summary>
[Entity<TestTable>(Version = 2)]
[Key("CRATE#{Id}", "CRATE")]
public sealed partial record Crate(string Id)
{
    public string Name { get; init; } = string.Empty;

    public double Weight { get; init; }

    public HashSet<double> Marks { get; init; } = [];

    public List<Piece> Pieces { get; init; } = [];

    public Dictionary<string, Piece> ByName { get; init; } = [];

    public Dictionary<string, List<double>> Lists { get; init; } = [];

    public (string First, double Second) Pair { get; init; } = (string.Empty, 0);

    public Shape? Shape { get; init; }

    public List<decimal> Numbers { get; init; } = [];

    public Picky? Picky { get; init; }

    public List<Picky> Pickies { get; init; } = [];

    public Strict? Strict { get; init; }

    public string? Checked
    {
        get;
        init => field = value is null or "ok" ? value : throw new ArgumentException($"'{value}' is not ok.");
    }

    public string Current { get; init; } = "current";

    [Upcast(1, nameof(Current), StoredAs = "Old")]
    private static string FromOld(string old) => old == "old" ? "current" : throw new FormatException($"'{old}' is not old.");
}

public sealed record Piece(string Name, double Size = 1, Piece? Inner = null)
{
    public List<Piece> Parts { get; init; } = [];
}

[Polymorphic]
[DerivedType<Circle>("circle")]
public abstract record Shape;

public sealed record Circle(double Radius, Shape? Around = null) : Shape;

public sealed record Unlisted(string Secret) : Shape;

/// <summary>Its converter refuses most values, and quotes them.</summary>
[Converter<PickyConverter>]
public sealed record Picky(string Text);

public readonly struct PickyConverter : IAttributeConverter<Picky, string>
{
    public static string ToStored(Picky value) => value.Text switch
    {
        "ok" => value.Text,
        "cancel" => throw new OperationCanceledException(),
        _ => throw new InvalidOperationException($"'{value.Text}' is not ok."),
    };

    public static Picky FromStored(string stored) => stored switch
    {
        "ok" => new Picky(stored),
        "cancel" => throw new OperationCanceledException(),
        _ => throw new ItemFormatException(null, null, "ok", stored),
    };
}

/// <summary>Its constructor refuses most values, and quotes them.</summary>
public sealed class Strict
{
    public Strict(string text) => Text = text == "ok" ? text : throw new ArgumentException($"'{text}' is not ok.");

    public string Text { get; }
}

[Repository<Crate>]
public partial interface ICrates
{
    ValueTask Put(Crate crate);

    ValueTask PutMany(IEnumerable<Crate> crates);

    WriteAction PutAction(Crate crate);

    [Update("SET Weight = {heavy}, Name = {name}")]
    ValueTask UpdateWeight(string id, double heavy, string name);

    [Update("SET Pieces = {pieces}")]
    ValueTask UpdatePieces(string id, List<Piece> pieces);

    [Update("SET Numbers = {numbers}")]
    ValueTask UpdateNumbers(string id, List<decimal> numbers);

    ValueTask<Crate?> Get(string id);
}
