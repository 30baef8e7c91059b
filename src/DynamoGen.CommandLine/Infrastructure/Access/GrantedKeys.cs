using System.Text;

namespace DynamoGen.CommandLine.Infrastructure.Access;

/// <summary>Partition keys that a policy allows.</summary>
/// <param name="Beginning">What they begin with.</param>
/// <param name="IsWhole">Whether that is the whole key.</param>
internal sealed record GrantedKeys(string Beginning, bool IsWhole)
{
    /// <summary>The key as <c>StringEquals</c> takes it, which replaces variables in braces.</summary>
    public string Equal => Beginning.Replace("${", "${$}{", StringComparison.Ordinal);

    /// <summary>The keys as <c>StringLike</c> takes them: <c>*</c> and <c>?</c> stand for any characters there, unless written as variables.</summary>
    public string Like
    {
        get
        {
            var pattern = new StringBuilder();
            foreach (var letter in Beginning)
            {
                pattern.Append(letter switch { '*' => "${*}", '?' => "${?}", '$' => "${$}", _ => letter.ToString() });
            }

            return IsWhole ? pattern.ToString() : pattern.Append('*').ToString();
        }
    }
}
