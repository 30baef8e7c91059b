using System.Text;

namespace DynamoGen.Telemetry.Reports;

/// <summary>Tables for people, of rows of which the first is the header.</summary>
internal static class TextTable
{
    /// <summary>Columns that stand below each other in a font of one width.</summary>
    public static string Aligned(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        return text.ToString();
    }

    /// <summary>A table of Markdown.</summary>
    public static string Markdown(IReadOnlyList<string[]> rows)
    {
        var text = new StringBuilder();
        AddRow(rows[0]);
        AddRow([.. rows[0].Select(static _ => "---")]);
        foreach (var row in rows.Skip(1))
        {
            AddRow(row);
        }

        return text.ToString();

        static string Escaped(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal);

        void AddRow(string[] cells) => text.Append("| ").AppendJoin(" | ", cells.Select(Escaped)).AppendLine(" |");
    }
}
