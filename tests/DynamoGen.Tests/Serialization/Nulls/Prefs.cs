namespace DynamoGen.Tests.Serialization.Nulls;

/// <summary>An entity whose nullable properties mean something else than null where they are absent.</summary>
[Entity<TestTable>]
[Key("PREFS#{Id}", "PREFS")]
public sealed partial record Prefs(int Id, string? Note = "none", int? Level = 3, Guid? Token = null)
{
    private string? _checked = "checked";

    public string? Theme { get; init; } = "dark";

    public int? Size { get; set; } = 12;

    public bool? Flag { get; init; } = true;

    public List<int>? Numbers { get; init; } = [1];

    public Dictionary<string, int>? Counts { get; init; } = new() { ["a"] = 1 };

    public HashSet<string>? Tags { get; init; } = [];

    public Corner? Corner { get; init; } = new("left");

    public DayOfWeek? Day { get; init; } = DayOfWeek.Monday;

    public string? Plain { get; init; }

    public string? Checked
    {
        get => _checked;
        set => _checked = value;
    }
}

public sealed record Corner(string Side, string? Colour = "red");
