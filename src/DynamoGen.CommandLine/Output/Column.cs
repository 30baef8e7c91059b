namespace DynamoGen.CommandLine.Output;

/// <summary>A column of the table in which people see records.</summary>
/// <typeparam name="T">The kind of the records.</typeparam>
/// <param name="Title">The column's title.</param>
/// <param name="Text">What it shows of a record.</param>
internal sealed record Column<T>(string Title, Func<T, string?> Text);
