using System.Globalization;
using DynamoGen;
using Microsoft.AspNetCore.Diagnostics;

namespace NorthwindService.Problems;

/// <summary>
/// Answers what DynamoDB refuses with problem details (RFC 9457). The exceptions' messages name the access pattern and no value, but that is nothing for a
/// client either, so that each problem has words of its own.
/// </summary>
public sealed class DataAccessProblems(IProblemDetailsService problems) : IExceptionHandler
{
    /// <summary>A table that is on demand grows within seconds; capacity of a partition comes back with the next one.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, detail) = exception switch
        {
            ConditionFailedException => (StatusCodes.Status409Conflict, "What is stored does not allow this change."),
            InvalidCursorException => (StatusCodes.Status400BadRequest, "The cursor is not one that this query returned."),
            ThrottledException => (StatusCodes.Status503ServiceUnavailable, "There are too many requests at the moment."),
            _ => (0, ""),
        };
        if (status == 0)
        {
            return false;
        }

        httpContext.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            Exception = exception,
            ProblemDetails = { Status = status, Detail = detail },
        });
    }
}
