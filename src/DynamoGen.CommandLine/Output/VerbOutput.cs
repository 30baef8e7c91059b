using System.Text;
using System.Text.Json;
using Spectre.Console;

namespace DynamoGen.CommandLine.Output;

/// <summary>Writes what a verb found: as JSON for programs, or as a table for people.</summary>
/// <param name="json">Takes JSON; null where tables are asked for.</param>
/// <param name="console">Shows tables.</param>
/// <param name="isTerminal">Whether they are shown on a terminal.</param>
internal sealed class VerbOutput(TextWriter? json, IAnsiConsole console, bool isTerminal)
{
    /// <summary>Whether programs read the result: nothing but records is written then.</summary>
    public bool IsJson => json is not null;

    /// <summary>Writes one record.</summary>
    public Task WriteAsync<T>(T record, CancellationToken cancellationToken, params Column<T>[] columns)
        where T : IVerbRecord => WriteAllAsync(new[] { record }.ToAsyncEnumerable(), cancellationToken, columns);

    /// <summary>Writes records: a line of JSON each as they come, or a row each when all are there.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> WriteAllAsync<T>(IAsyncEnumerable<T> records, CancellationToken cancellationToken, params Column<T>[] columns)
        where T : IVerbRecord
    {
        var table = TableOf(columns);
        var count = 0;
        try
        {
            await foreach (var record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                count++;
                if (json is not null)
                {
                    await json.WriteLineAsync(JsonOf(record)).ConfigureAwait(false);
                }
                else
                {
                    table.AddRow(columns.Select(column => new Text(column.Text(record) ?? string.Empty)));
                }
            }
        }
        finally
        {
            // What was found before a failure is told too.
            if (json is null && count > 0)
            {
                console.Write(table);
            }
        }

        return count;
    }

    /// <summary>Shows people what is no record; with JSON nothing.</summary>
    public void WriteTable<T>(IEnumerable<T> rows, params Column<T>[] columns)
    {
        if (IsJson)
        {
            return;
        }

        var table = TableOf(columns);
        foreach (var row in rows)
        {
            table.AddRow(columns.Select(column => new Text(column.Text(row) ?? string.Empty)));
        }

        console.Write(table);
    }

    /// <summary>Shows people a line, in colour on a terminal; with JSON nothing.</summary>
    public void WriteLine(string text, Color? color = null)
    {
        if (!IsJson)
        {
            console.Write(new Text($"{text}\n", isTerminal && color is { } foreground ? new Style(foreground) : Style.Plain));
        }
    }

    private static string JsonOf(IVerbRecord record)
    {
        var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            record.WriteTo(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private Table TableOf<T>(Column<T>[] columns)
    {
        var table = new Table { Border = isTerminal ? TableBorder.Rounded : TableBorder.None };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column.Title)) { NoWrap = !isTerminal });
        }

        return table;
    }
}
