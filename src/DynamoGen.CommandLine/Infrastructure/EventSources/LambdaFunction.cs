using DynamoGen.CommandLine.Infrastructure.Resources;

namespace DynamoGen.CommandLine.Infrastructure.EventSources;

/// <summary>A function of AWS Lambda.</summary>
/// <param name="Identifier">Its name or ARN, with any alias.</param>
/// <param name="Name">Its name, by which metrics know it.</param>
internal sealed record LambdaFunction(Value Identifier, Value Name)
{
    /// <summary>A function that is known only where the resources are made.</summary>
    public static LambdaFunction Of(ParameterValue parameter) => new(parameter, parameter);

    /// <summary>The function that a text names.</summary>
    /// <param name="text">A name or an ARN, with any alias or version.</param>
    /// <returns>Null where the text is neither.</returns>
    public static LambdaFunction? Find(string text)
    {
        var parts = text.Split(':');
        var name = parts switch
        {
            [var named] => named,
            [var named, _] => named,
            ["arn", _, "lambda", _, _, "function", var named] => named,
            ["arn", _, "lambda", _, _, "function", var named, _] => named,
            _ => string.Empty,
        };
        return name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? null
            : new LambdaFunction(text, name);
    }
}
