namespace DynamoGen.Filters;

/// <summary>A part of a filter.</summary>
/// <param name="operators">How many operators and functions it has; what is beyond all limits is not counted on.</param>
/// <param name="listed">How many values the longest of its lists has.</param>
internal abstract class FilterNode(long operators, int listed)
{
    private const long Most = int.MaxValue;

    public int Operators { get; } = (int)Math.Min(operators, Most);

    public int Listed { get; } = listed;

    /// <summary>The keyword between its parts; null where it is one condition.</summary>
    public abstract string? Keyword { get; }

    public abstract void Print(FilterPrinter printer);

    /// <summary>Prints it as a part of another one; DynamoDB refuses parentheses too many.</summary>
    /// <param name="printer">Takes the text.</param>
    /// <param name="outer">The keyword between the other's parts, or null.</param>
    public void PrintWithin(FilterPrinter printer, string? outer)
    {
        var isNested = Keyword is not null && Keyword != outer;
        printer.Add(isNested ? "(" : string.Empty);
        Print(printer);
        printer.Add(isNested ? ")" : string.Empty);
    }
}

/// <summary>Two conditions with AND or OR between them.</summary>
internal sealed class PairNode(FilterNode left, string keyword, FilterNode right)
    : FilterNode((long)left.Operators + right.Operators + 1, Math.Max(left.Listed, right.Listed))
{
    public const string And = " AND ";
    public const string Or = " OR ";

    public override string Keyword => keyword;

    public override void Print(FilterPrinter printer)
    {
        left.PrintWithin(printer, keyword);
        printer.Add(keyword);
        right.PrintWithin(printer, keyword);
    }
}

/// <summary>That a condition is not met.</summary>
internal sealed class NotNode : FilterNode
{
    private readonly FilterNode _inner;

    private NotNode(FilterNode inner)
        : base((long)inner.Operators + 1, inner.Listed) => _inner = inner;

    public override string? Keyword => null;

    public static FilterNode Of(FilterNode inner) => inner is NotNode not ? not._inner : new NotNode(inner);

    public override void Print(FilterPrinter printer)
    {
        printer.Add("NOT ");
        _inner.PrintWithin(printer, null);
    }
}
