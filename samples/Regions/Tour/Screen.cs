using OrdersEverywhere.Ledger;
using OrdersEverywhere.Orders;
using Spectre.Console;

namespace OrdersEverywhere.Tour;

/// <summary>Shows what happens.</summary>
/// <param name="waits">Whether each chapter waits for a key.</param>
internal sealed class Screen(bool waits)
{
    private bool _isFirst = true;

    public void Chapter(string title)
    {
        if (waits && !_isFirst)
        {
            AnsiConsole.MarkupLine("[grey]Press a key to go on.[/]");
            Console.ReadKey(intercept: true);
        }

        _isFirst = false;
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule($"[bold]{Markup.Escape(title)}[/]").LeftJustified());
    }

    public void Say(string text) => AnsiConsole.MarkupLineInterpolated($"{text}");

    /// <summary>What a handler tells, whenever it does.</summary>
    public void Tell(string text) => AnsiConsole.MarkupLineInterpolated($"[yellow]{text}[/]");

    public void Orders(string title, IEnumerable<(string Region, Order Order)> orders)
    {
        Say(title);
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Region", "Address", "Lines", "Written in", "Mark", "Based on");
        foreach (var (region, order) in orders)
        {
            table.AddRow(
                region, Markup.Escape(order.Address), Markup.Escape(string.Join(", ", order.Lines)), order.UpdatedIn ?? string.Empty,
                order.Mark ?? string.Empty, order.BasedOn ?? string.Empty);
        }

        AnsiConsole.Write(table);
    }

    public void Accounts(string title, IEnumerable<(string Region, Account Account)> accounts)
    {
        Say(title);
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Region", "Owner", "Balance", "Epoch");
        foreach (var (region, account) in accounts)
        {
            table.AddRow(region, Markup.Escape(account.Owner), $"{account.Balance}", $"{account.Epoch}");
        }

        AnsiConsole.Write(table);
    }
}
