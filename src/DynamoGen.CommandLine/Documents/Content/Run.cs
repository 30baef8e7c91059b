namespace DynamoGen.CommandLine.Documents.Content;

/// <summary>A piece of text.</summary>
/// <param name="Text">What it says, as it is: each form escapes it.</param>
/// <param name="IsCode">Whether it is a name or a value, which is shown letter by letter.</param>
internal readonly record struct Run(string Text, bool IsCode = false)
{
    public static implicit operator Run(string text) => new(text);

    public static Run Code(string text) => new(text, IsCode: true);
}
