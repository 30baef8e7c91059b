using System.Text;
using System.Text.Json;
using DynamoGen.CommandLine.Commands;
using Spectre.Console;

namespace DynamoGen.CommandLine.Output;

/// <summary>Writes what a verb found: as JSON for programs, or as a table for people.</summary>
/// <param name="session">Where it is written to.</param>
/// <param name="isJson">Whether JSON is asked for.</param>
internal sealed class VerbOutput(CommandSession session, bool isJson)
{
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
                if (isJson)
                {
                    await session.Output.WriteLineAsync(JsonOf(record)).ConfigureAwait(false);
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
            if (!isJson && count > 0)
            {
                session.Console.Write(table);
            }
        }

        return count;
    }

    private static string JsonOf(IVerbRecord record)
    {
        var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            record.WriteTo(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private Table TableOf<T>(Column<T>[] columns)
    {
        var table = new Table { Border = session.IsTerminal ? TableBorder.Rounded : TableBorder.None };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column.Title)) { NoWrap = !session.IsTerminal });
        }

        return table;
    }
}
