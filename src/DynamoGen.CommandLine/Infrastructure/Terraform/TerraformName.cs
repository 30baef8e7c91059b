using System.Text;

namespace DynamoGen.CommandLine.Infrastructure.Terraform;

/// <summary>Names as Terraform writes them.</summary>
internal static class TerraformName
{
    /// <summary>A name of CloudFormation's: <c>AlarmName</c> is <c>alarm_name</c>.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            text.Append(char.IsAsciiLetterUpper(letter) && text.Length > 0 ? "_" : string.Empty).Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
