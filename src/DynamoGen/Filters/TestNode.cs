namespace DynamoGen.Filters;

/// <summary>
/// One comparison or function of an attribute and values. What holds of an absent attribute must hold under all of its names, what does not under any.
/// </summary>
/// <param name="form">The text, in which <c>$</c> stands for the attribute and <c>?</c> for the next value.</param>
/// <param name="path">The attribute.</param>
/// <param name="values">The values, as they are sent.</param>
/// <param name="holdsOfAbsent">Whether it holds of an attribute that is absent.</param>
internal sealed class TestNode(string form, FieldPath path, byte[][] values, bool holdsOfAbsent = false)
    : FilterNode(path.Roots.Length * (form.Contains("size(", StringComparison.Ordinal) ? 3L : 2L) - 1, values.Length)
{
    public override string? Keyword => path.Roots.Length == 1 ? null : holdsOfAbsent ? PairNode.And : PairNode.Or;

    public override void Print(FilterPrinter printer)
    {
        var placeholders = Array.ConvertAll(values, printer.Value);
        for (var i = 0; i < path.Roots.Length; i++)
        {
            printer.Add(i == 0 ? string.Empty : Keyword!);
            Print(printer, path.Roots[i], placeholders);
        }
    }

    private void Print(FilterPrinter printer, string root, string[] placeholders)
    {
        var next = 0;
        foreach (var c in form)
        {
            switch (c)
            {
                case '$':
                    printer.Path(root, path.Inner);
                    break;
                case '?':
                    printer.Add(placeholders[next++]);
                    break;
                default:
                    printer.Add(c);
                    break;
            }
        }
    }
}
